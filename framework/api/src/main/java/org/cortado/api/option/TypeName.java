package org.cortado.api.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The word by which a file's {@code type} key chooses this record among those of one interface.
 *
 * <p>{@code weight_filler: {type: gaussian, std: 0.01}} makes the record that bears
 * {@code @TypeName("gaussian")}; the other keys are its components.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TypeName {
  /** The word. */
  String value();
}
