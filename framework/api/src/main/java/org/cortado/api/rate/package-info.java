/**
 * How the learning rate changes in the course of a training. An author of a new policy starts at
 * {@link org.cortado.api.rate.LearningRatePolicy}.
 */
@Stable(since = "0.1")
package org.cortado.api.rate;

import org.cortado.api.promise.Stable;
