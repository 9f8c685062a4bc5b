package org.cortado.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cortado.api.Phase;
import org.cortado.engine.timing.LayerTiming;
import org.cortado.engine.timing.Machine;
import org.cortado.engine.timing.NetTiming;
import org.cortado.engine.timing.PassTiming;
import org.cortado.engine.timing.Peak;
import org.cortado.engine.timing.Spread;
import org.cortado.engine.timing.TimingReport;
import org.cortado.engine.timing.Work;

/** Reads what {@code time --json} printed. */
final class TimeFile {

  private TimeFile() {}

  /**
   * Reads a timing.
   *
   * @throws UsageException if the file holds none
   */
  static TimingReport read(Path file) {
    try {
      return report(new JsonMapper().readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      throw none(file, "it is not JSON");
    } catch (IllegalArgumentException e) {
      throw none(file, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw new UsageException("--compare: there is no file " + file);
    } catch (IOException e) {
      throw none(file, "it can't be read");
    }
  }

  private static UsageException none(Path file, String why) {
    return new UsageException(
        "--compare: %s holds no result of 'time --json': %s".formatted(file, why));
  }

  private static TimingReport report(JsonNode node) {
    JsonNode peak = node.required("peak");
    return new TimingReport(
        machine(node.required("machine")),
        new Peak(number(peak, "operations_per_second"), number(peak, "bytes_per_second")),
        list(node.required("made_up_inputs"), JsonNode::asText),
        timing(node));
  }

  private static Machine machine(JsonNode node) {
    return new Machine(
        node.required("processor").asText(),
        node.required("cores").asInt(),
        node.required("backend").asText(),
        node.required("threads").asInt(),
        node.required("java").asText());
  }

  private static NetTiming timing(JsonNode node) {
    return new NetTiming(
        node.required("net").asText(),
        Phase.valueOf(node.required("phase").asText().toUpperCase(Locale.ROOT)),
        node.required("items").asInt(),
        new NetTiming.Runs(node.required("warmup").asInt(), node.required("iterations").asInt()),
        list(node.required("layers"), TimeFile::layer),
        pass(node.required("forward")),
        backward(node),
        pass(node.required("iteration")));
  }

  private static LayerTiming layer(JsonNode node) {
    return new LayerTiming(
        node.required("name").asText(),
        node.required("type").asText(),
        pass(node.required("forward")),
        backward(node));
  }

  private static Optional<PassTiming> backward(JsonNode node) {
    return node.has("backward") ? Optional.of(pass(node.get("backward"))) : Optional.empty();
  }

  private static PassTiming pass(JsonNode node) {
    JsonNode seconds = node.required("seconds");
    return new PassTiming(
        new Spread(
            number(seconds, "least"),
            number(seconds, "lower_quartile"),
            number(seconds, "median"),
            number(seconds, "upper_quartile")),
        new Work(number(node, "operations"), number(node, "bytes")));
  }

  private static double number(JsonNode node, String key) {
    return node.required(key).asDouble();
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
    List<T> list = new ArrayList<>();
    node.forEach(each -> list.add(read.apply(each)));
    return list;
  }
}
