package org.cortado.api.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The values that a numeric option, or each number of a list, may take. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {

  /** The least value that is right. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The greatest value that is right. */
  double max() default Double.POSITIVE_INFINITY;

  /** A value that every right one is greater than. */
  double above() default Double.NEGATIVE_INFINITY;

  /** A value that every right one is less than. */
  double below() default Double.POSITIVE_INFINITY;
}
