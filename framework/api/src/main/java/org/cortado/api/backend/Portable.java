package org.cortado.api.backend;

import com.google.inject.BindingAnnotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the {@link BackendFactory} of the backend that runs everywhere, in the constructor of a
 * plug-in's own: a new backend may leave to that one what it has no better way for.
 */
@Documented
@BindingAnnotation
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Portable {}
