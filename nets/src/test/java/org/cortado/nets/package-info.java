/** Runs every net of this folder from end to end, as a user would. */
package org.cortado.nets;
