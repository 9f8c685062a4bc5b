/** One of each kind that a plug-in may offer. Start at {@link acme.AcmeParts}. */
package acme;
