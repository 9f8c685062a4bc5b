/** What gives parameters their first values. Start at {@link org.cortado.api.filler.Filler}. */
package org.cortado.api.filler;
