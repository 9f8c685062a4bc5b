package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.NumbersException;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.format.WeightsException;
import org.cortado.engine.net.LayerFailedException;
import org.cortado.engine.plugin.PluginException;
import org.cortado.engine.solver.RunFolderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  private final StringWriter err = new StringWriter();

  private int report(Throwable fault) {
    return new Failures(new PrintWriter(err), () -> false).report(fault);
  }

  static Stream<Arguments> codes() {
    Problem problem = new Problem(Place.whole("net.yaml"), "wrong");
    return Stream.of(
        arguments(new UsageException("wrong"), 2),
        arguments(new RunFolderException("wrong"), 2),
        arguments(new DefinitionException(List.of(problem)), 3),
        arguments(new LayerFailedException("wrong", new InvalidLayerException("wrong")), 3),
        arguments(new DataException("wrong"), 4),
        arguments(new NumbersException("wrong"), 5),
        arguments(new WeightsException("wrong"), 6),
        arguments(new PluginException("wrong"), 7),
        arguments(new LayerFailedException("wrong", new ArithmeticException()), 7),
        arguments(new NoSuchMethodError("wrong"), 7),
        arguments(new UncheckedIOException("wrong", new IOException()), 1),
        arguments(new OutOfMemoryError("wrong"), 1),
        arguments(new IllegalStateException("wrong"), 1));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void givesEachFaultItsCodeAndOneLine(Throwable fault, int code) {
    assertThat(report(fault)).isEqualTo(code);
    assertThat(err.toString()).contains("wrong").hasLineCount(1);
  }

  @Test
  void saysHowToLearnMoreOfAFaultThatNobodyExpected() {
    report(new IllegalStateException("wrong"));
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "internal error: java.lang.IllegalStateException: wrong;"
                + " run again with --debug to see where it comes from");
  }
}
