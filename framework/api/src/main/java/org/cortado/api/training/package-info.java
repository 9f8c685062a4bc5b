/**
 * What is told what happens in a training. An author of a new listener starts at {@link
 * org.cortado.api.training.TrainingListener}.
 */
package org.cortado.api.training;
