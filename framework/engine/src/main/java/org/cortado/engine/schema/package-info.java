/**
 * What files may hold, as JSON Schemas for editors: made from what layers, solvers and the language
 * declare, so that they are never behind.
 */
package org.cortado.engine.schema;
