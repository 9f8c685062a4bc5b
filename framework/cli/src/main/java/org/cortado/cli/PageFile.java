package org.cortado.cli;

import java.nio.file.Path;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes the word after an option for a page only if it looks like one: what stands there may be the
 * file that the command reads.
 */
final class PageFile implements IParameterConsumer {

  private static final String ENDING = ".html";

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's signature
  public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
    boolean named = !words.isEmpty() && words.peek().endsWith(ENDING);
    option.setValue(Path.of(named ? words.pop() : ((OptionSpec) option).fallbackValue()));
  }
}
