/** The layer {@code ${type}}: begin with {@link ${package}.${layer}Layer}. */
package ${package};
