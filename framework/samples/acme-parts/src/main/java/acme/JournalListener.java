package acme;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.training.TrainingContext;
import org.cortado.api.training.TrainingListener;

/** Keeps a journal beside the run's other files. */
@TypeName("acme:Journal")
@Help("keeps a journal in the run's folder")
public final class JournalListener implements TrainingListener {

  /** What a solver's file says of an {@code acme:Journal}. */
  public record Options(
      @Default("100") @Range(min = 1) @Help("writes of every so many iterations") long every)
      implements TrainingListener.Options {}

  private static final Pattern ITERATION = Pattern.compile("iteration (\\d+):");

  private final Options options;
  private final TrainingContext context;
  private final Tally tally;

  @Inject
  JournalListener(Options options, TrainingContext context, Tally tally) {
    this.options = options;
    this.context = context;
    this.tally = tally;
  }

  /** Where a training is gone on with, what is done again is written again. */
  @Override
  public void started(Start start) {
    if (Files.exists(journal())) {
      forgetAfter(start.iteration());
    }
    write("%s begins with %d inner products".formatted(context.solver(), tally.products()));
  }

  private void forgetAfter(long iteration) {
    try {
      List<String> lines = Files.readAllLines(journal());
      Files.write(journal(), lines.stream().filter(line -> number(line) <= iteration).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(String line) {
    Matcher matcher = ITERATION.matcher(line);
    return matcher.lookingAt() ? Long.parseLong(matcher.group(1)) : 0;
  }

  @Override
  public void iterationDone(Iteration done) {
    if (done.number() % options.every() == 0) {
      write(
          "iteration %d: loss %.4f at rate %.4f"
              .formatted(done.number(), done.loss(), done.learningRate()));
    }
  }

  @Override
  public void tested(Test test) {
    write(
        "iteration %d: %s found loss %.4f and %s"
            .formatted(test.iteration(), test.name(), test.loss(), test.outputs()));
  }

  @Override
  public void finished(long iteration) {
    write("finished after iteration " + iteration);
  }

  @Override
  public void failed(String reason) {
    write("failed: " + reason);
  }

  private Path journal() {
    return context.folder().resolve("journal.txt");
  }

  private void write(String line) {
    try {
      Files.writeString(
          journal(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
