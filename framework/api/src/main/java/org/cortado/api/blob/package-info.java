/** What flows between layers. Start at {@link org.cortado.api.blob.Blob}. */
package org.cortado.api.blob;
