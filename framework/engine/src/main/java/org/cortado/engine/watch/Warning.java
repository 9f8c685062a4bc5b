package org.cortado.engine.watch;

/**
 * Something that looks wrong.
 *
 * @param subject what it is about; nobody wants to hear twice of it
 * @param text what to tell
 */
public record Warning(String subject, String text) {}
