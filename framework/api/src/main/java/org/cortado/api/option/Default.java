package org.cortado.api.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of an option that the file leaves out, written as it would be in YAML.
 *
 * <p>An option without it is required, unless it is a {@code List} (empty then) or an {@code
 * Optional}.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {
  /** A YAML value: {@code "0.5"}, {@code "max"}, {@code "{type: constant}"}. */
  String value();
}
