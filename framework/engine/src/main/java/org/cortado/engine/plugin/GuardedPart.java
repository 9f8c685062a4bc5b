package org.cortado.engine.plugin;

import java.util.List;
import java.util.function.Supplier;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.NumbersException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.ShapeTooLargeException;
import org.cortado.api.window.ReceptiveField;

/** A part of a layer; what its code throws names the part, and its jar. */
final class GuardedPart implements Layer {

  private final Layer part;
  private final LayerDeclaration declaration;
  private final String subject;
  private List<Blob> bottoms = List.of();
  private List<Blob> tops = List.of();

  /**
   * Guards a layer.
   *
   * @param subject what messages about it begin with
   */
  GuardedPart(Layer part, LayerDeclaration declaration, String subject) {
    this.part = part;
    this.declaration = declaration;
    this.subject = subject;
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    bottoms = List.copyOf(bottom);
    tops = List.copyOf(top);
    try {
      ContextLoader.run(declaration.layerClass(), () -> part.setUp(bottom, top));
    } catch (Throwable e) { // A plug-in's code may throw anything.
      throw fault(e, "set-up");
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    try {
      part.reshape(bottom, top);
    } catch (Throwable e) {
      throw fault(e, "reshape");
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    try {
      part.forward(bottom, top);
    } catch (Throwable e) {
      throw fault(e, "forward");
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    try {
      part.backward(top, propagateDown, bottom);
    } catch (Throwable e) {
      throw fault(e, "backward");
    }
  }

  @Override
  public List<Blob> parameters() {
    return ask("parameters()", () -> List.copyOf(part.parameters()));
  }

  @Override
  public long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    return ask("multiplyAdds", () -> part.multiplyAdds(bottom, top));
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ask("receptiveField", () -> part.receptiveField(bottom, top));
  }

  @Override
  public void close() {
    part.close();
  }

  private <T> T ask(String call, Supplier<T> question) {
    try {
      return question.get();
    } catch (Throwable e) {
      throw fault(e, call);
    }
  }

  private RuntimeException fault(Throwable thrown, String call) {
    Throwable e = PluginFault.unwrapped(thrown);
    if (e instanceof PartFailedException ofItsOwn) {
      return ofItsOwn;
    }
    if (e instanceof InvalidLayerException || e instanceof ShapeTooLargeException) {
      return new InvalidLayerException(subject + e.getMessage());
    }
    if (e instanceof DataException) {
      return new DataException(subject + e.getMessage(), e);
    }
    if (e instanceof NumbersException) {
      return new NumbersException(subject + e.getMessage(), e);
    }
    String words =
        e instanceof PluginException
            ? e.getMessage()
            : new Crash(declaration, call, bottoms, tops).told(e);
    return new PartFailedException(subject + words, e);
  }
}
