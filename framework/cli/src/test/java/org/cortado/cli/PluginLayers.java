package org.cortado.cli;

/** Sources of small plug-ins. */
final class PluginLayers {

  private static final String MODULE =
      """
      package %s;

      import org.cortado.api.LayerModule;

      public final class Layers extends LayerModule {
        @Override
        protected void configureLayers() {
          layer(%s.class);
        }
      }
      """;

  private static final String REST =
      """
        @Override
        public void reshape(List<Blob> bottom, List<Blob> top) {
          top.get(0).reshapeLike(bottom.get(0));
        }

        @Override
        public void forward(List<Blob> bottom, List<Blob> top) {
          %s
          top.get(0).data().copyFrom(bottom.get(0).data());
          %s
        }

        @Override
        public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
          bottom.get(0).diff().copyFrom(top.get(0).diff());
        }
      }
      """;

  private PluginLayers() {}

  /** Returns a module that offers one layer. */
  static String module(String owner, String layer) {
    return MODULE.formatted(owner, layer);
  }

  /**
   * Returns a layer that passes its bottom on, of the type {@code owner:name}.
   *
   * @param members fields and a constructor
   * @param before what forward does first
   * @param after what forward does last
   */
  static String layer(String owner, String name, String members, String before, String after) {
    return """
    package %s;

    import com.google.inject.Inject;
    import java.util.List;
    import org.cortado.api.Layer;
    import org.cortado.api.LayerContext;
    import org.cortado.api.LayerType;
    import org.cortado.api.blob.Blob;

    @LayerType(name = "%s:%s")
    public final class %s implements Layer {

      %s

    """
            .formatted(owner, owner, name, name, members)
        + REST.formatted(before, after);
  }

  /** Returns a layer that adds a number to every element of its bottom. */
  static String adding(String owner, String number) {
    return layer(
        owner,
        "Add",
        "@Inject Add() {}",
        "",
        "for (int i = 0; i < top.get(0).count(); i++) { java.nio.FloatBuffer y ="
            + " top.get(0).data().update(); y.put(i, y.get(i) + "
            + number
            + "); }");
  }
}
