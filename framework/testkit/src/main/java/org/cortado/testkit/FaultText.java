package org.cortado.testkit;

import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.Layer;
import org.cortado.api.promise.Internal;

/**
 * Says of a proof that failed, or of what a layer threw, what an author needs: what was found, and
 * the line of the layer.
 */
@Internal
public final class FaultText {

  /** Causes may go round in a circle. */
  private static final int DEEPEST = 100;

  private final Class<? extends Layer> layer;

  /** Makes one that looks for lines of the given class. */
  public FaultText(Class<? extends Layer> layer) {
    this.layer = layer;
  }

  /** Returns what was found. */
  public String of(Throwable fault) {
    Throwable root = root(fault);
    return words(fault, root) + line(root).map(line -> ", at " + line).orElse("");
  }

  private static String words(Throwable fault, Throwable root) {
    boolean told = fault instanceof AssertionError || fault instanceof TimeLimit.StuckException;
    String message = fault.getMessage();
    return told && message != null ? message : "it throws " + root;
  }

  private static Throwable root(Throwable fault) {
    Throwable root = fault;
    Throwable cause = fault.getCause();
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      root = cause;
      cause = cause.getCause();
    }
    return root;
  }

  /** Returns {@code SpikyReluLayer.backward(SpikyReluLayer.java:42)}, say. */
  private Optional<String> line(Throwable root) {
    return Stream.of(root.getStackTrace())
        .filter(frame -> isOfLayer(frame.getClassName()))
        .map(FaultText::text)
        .findFirst();
  }

  private boolean isOfLayer(String name) {
    return name.equals(layer.getName()) || name.startsWith(layer.getName() + "$");
  }

  private static String text(StackTraceElement frame) {
    String name = frame.getClassName();
    return "%s.%s(%s:%d)"
        .formatted(
            name.substring(name.lastIndexOf('.') + 1),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber());
  }
}
