package org.cortado.testkit;

import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.NumbersException;
import org.cortado.api.blob.ShapeTooLargeException;
import org.cortado.engine.definition.DefinitionException;

/** Tells a refusal, which people can act upon, from an accident. */
final class Refusals {

  private Refusals() {}

  /**
   * Runs something.
   *
   * @return what it was refused with, if it was
   * @throws AssertionError if it ends by another exception, or by a message that says nothing
   */
  static Optional<String> of(String what, Runnable attempt) {
    try {
      attempt.run();
      return Optional.empty();
    } catch (InvalidLayerException
        | DataException
        | NumbersException
        | DefinitionException
        | ShapeTooLargeException refused) {
      return Optional.of(worded(what, refused));
    } catch (AssertionError e) {
      throw new AssertionError(what + ": " + e.getMessage(), e);
    } catch (RuntimeException | Error accident) {
      throw new AssertionError(
          what + ": expected to work or to be refused in a sentence, but found " + accident,
          accident);
    }
  }

  private static String worded(String what, RuntimeException refused) {
    String message = refused.getMessage();
    if (message == null || message.isBlank() || message.endsWith(".")) {
      throw new AssertionError(
          what + ": the refusal '" + message + "' is not one sentence without a full stop",
          refused);
    }
    return message;
  }
}
