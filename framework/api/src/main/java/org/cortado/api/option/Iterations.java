package org.cortado.api.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a whole number counts iterations of a training.
 *
 * <p>A file may then give it in other units, {@code 3 epochs} or {@code 60000 samples}; the record
 * gets iterations, rounded to the nearest whole number, at least 1 where something was asked for.
 * An epoch is as many iterations as it takes to show every item of the training set once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Iterations {}
