package acme;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
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

  private final Options options;
  private final TrainingContext context;
  private final Tally tally;

  @Inject
  JournalListener(Options options, TrainingContext context, Tally tally) {
    this.options = options;
    this.context = context;
    this.tally = tally;
  }

  @Override
  public void started() {
    write("%s begins with %d inner products".formatted(context.solver(), tally.products()));
  }

  @Override
  public void iterationDone(long iteration, double loss, double learningRate) {
    if (iteration % options.every() == 0) {
      write("iteration %d: loss %.4f at rate %.4f".formatted(iteration, loss, learningRate));
    }
  }

  @Override
  public void tested(long iteration, String test, Map<String, Double> values) {
    write("iteration %d: %s found %s".formatted(iteration, test, values));
  }

  @Override
  public void finished(long iteration) {
    write("finished after iteration " + iteration);
  }

  private void write(String line) {
    Path journal = context.folder().resolve("journal.txt");
    try {
      Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
