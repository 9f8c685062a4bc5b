/** Random numbers that depend on their key alone. */
package org.cortado.api.random;
