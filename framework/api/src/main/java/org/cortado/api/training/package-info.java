/**
 * What is told what happens in a training. An author of a new listener starts at {@link
 * org.cortado.api.training.TrainingListener}.
 */
@Stable(since = "0.1")
package org.cortado.api.training;

import org.cortado.api.promise.Stable;
