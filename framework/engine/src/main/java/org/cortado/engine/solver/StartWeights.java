package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.option.Alone;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.engine.net.ParameterPattern;

/** Which weights a training begins with, as a solver's file says it. */
public record StartWeights(
    @Alone @Help("a safetensors file") Path file,
    @Help("what tensors of the file are called in the net; each after those before it")
        List<Rename> rename,
    @Help("patterns of parameters of the net that keep their fresh values, such as ip2")
        List<String> skip,
    @Default("true")
        @Help("whether the file and the net must go together, save for what is skipped")
        boolean strict) {

  /**
   * Copies the lists.
   *
   * @throws InvalidLayerException if a pattern is none
   */
  public StartWeights {
    rename = List.copyOf(rename);
    skip = List.copyOf(skip);
    skip.forEach(ParameterPattern::require);
  }

  /** Another name for tensors. */
  public record Rename(
      @Help("a tensor, a layer or a block; or ^ and a regular expression of the rest of a name")
          String from,
      @Help("what stands in its place; $1 is what the expression's first group matched")
          String to) {

    private static final String EXPRESSION = "^";

    /**
     * Checks the expression.
     *
     * @throws InvalidLayerException if it is none, or if {@code to} asks for a group it hasn't
     */
    public Rename {
      try {
        Matcher anything = Pattern.compile("(?:" + expression(from) + ")|").matcher("");
        if (anything.find()) {
          anything.appendReplacement(new StringBuilder(), replacement(from, to));
        }
      } catch (PatternSyntaxException e) {
        throw new InvalidLayerException(
            "'%s' is no regular expression: %s".formatted(from, e.getDescription()));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new InvalidLayerException(
            "'%s' asks for a group that '%s' hasn't: %s".formatted(to, from, e.getMessage()));
      }
    }

    /** A plain name ends where a part of the tensor's name does. */
    private static String expression(String from) {
      return from.startsWith(EXPRESSION) ? from : "^" + Pattern.quote(from) + "(?=[./]|$)";
    }

    private static String replacement(String from, String to) {
      return from.startsWith(EXPRESSION) ? to : Matcher.quoteReplacement(to);
    }

    /** Returns the new name of a tensor; the old one where this says nothing of it. */
    String apply(String name) {
      return matcher(name).replaceFirst(replacement(from, to));
    }

    /** Returns whether this says anything of a tensor. */
    boolean matches(String name) {
      return matcher(name).find();
    }

    private Matcher matcher(String name) {
      return Pattern.compile(expression(from)).matcher(name);
    }
  }
}
