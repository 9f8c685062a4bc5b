package org.cortado.engine.plugin;

/** Stands for the options of a layer that has none. */
public record NoOptions() {}
