package org.cortado.archetype;

import java.io.StringWriter;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

/** Fills templates by Velocity, as Maven's archetypes do; what names no property stays. */
final class Templates {

  private final VelocityEngine velocity = new VelocityEngine();

  Templates() {
    velocity.init();
  }

  String fill(String template, Map<String, String> properties) {
    VelocityContext context = new VelocityContext();
    properties.forEach(context::put);
    StringWriter text = new StringWriter();
    velocity.evaluate(context, text, "template", template);
    return text.toString();
  }
}
