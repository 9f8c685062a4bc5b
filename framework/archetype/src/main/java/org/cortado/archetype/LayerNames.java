package org.cortado.archetype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What an author names of a new project.
 *
 * @param groupId whose the project is, as Maven has it: {@code com.acme}
 * @param artifactId the project's name, as Maven has it: {@code spiky-relu}
 * @param type the layer's name in net files: {@code acme:SpikyRelu}
 * @param javaPackage the package of its classes
 */
public record LayerNames(String groupId, String artifactId, String type, String javaPackage) {

  private static final Pattern MAVEN = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*:[A-Z][A-Za-z0-9_]*");

  /** What the API calls {@code …Layer}, or the template imports under such a name. */
  private static final Set<String> OF_THE_API =
      Set.of("Composite", "Data", "Elementwise", "Formula", "LossFormula", "Metric");

  /** Returns what is wrong with the names; nothing if a project can bear them. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!MAVEN.matcher(groupId).matches()) {
      problems.add(notForMaven("group", groupId));
    }
    if (!MAVEN.matcher(artifactId).matches()) {
      problems.add(notForMaven("artifact", artifactId));
    }
    if (!TYPE.matcher(type).matches()) {
      problems.add(
          "the type must be 'vendor:Name', the name a word of Java that begins with a capital,"
              + (" but is '" + type + "'"));
    }
    String name = type.substring(type.indexOf(':') + 1);
    if (OF_THE_API.contains(name)) {
      problems.add(
          "'%s' would be a class %sLayer, as Cortado's API has one; choose another name"
              .formatted(type, name));
    }
    if (!SourceVersion.isName(javaPackage, SourceVersion.RELEASE_17)) {
      problems.add("'" + javaPackage + "' can't be a package of Java; name another by --package");
    }
    return problems;
  }

  private static String notForMaven(String what, String name) {
    return "the %s may have letters, digits, '.', '-' and '_', but is '%s'".formatted(what, name);
  }

  Map<String, String> properties() {
    return Map.of(
        "groupId", groupId, "artifactId", artifactId, "type", type, "package", javaPackage);
  }
}
