package org.cortado.testkit;

import org.cortado.api.promise.Internal;

/**
 * One case in which a layer breaks a clause.
 *
 * @param testedCase the case: type, options and shapes
 * @param backend the name of the backend that it ran on
 * @param found what was expected and what was found, or what the layer threw and at which line
 */
@Internal
public record Breach(String testedCase, String backend, String found) {}
