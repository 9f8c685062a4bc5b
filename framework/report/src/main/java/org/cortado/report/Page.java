package org.cortado.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.cortado.engine.format.AtomicFile;

/**
 * A page that needs nothing beside it: styles, scripts and one JSON object that they show.
 *
 * <p>No text of a user goes into the page but inside that object, so that only one place has to
 * escape.
 */
final class Page {

  private static final String ECHARTS = "META-INF/resources/webjars/echarts/%s/echarts.min.js";
  private static final String ECHARTS_VERSION =
      "/META-INF/maven/org.webjars/echarts/pom.properties";

  private final List<String> scripts;

  /**
   * Makes one.
   *
   * @param scripts the resources that show the object, in the order in which they run
   */
  Page(String... scripts) {
    this.scripts = List.of(scripts);
  }

  /** Writes the page, as {@link AtomicFile#write} does. */
  void write(Path file, JsonNode data) {
    ByteBuffer bytes = ByteBuffer.wrap(text(data).getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(
        file,
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  private String text(JsonNode data) {
    StringBuilder page = new StringBuilder(resource("page.html"));
    fill(page, "/*style*/", resource("page.css"));
    fill(page, "/*charts*/", echarts());
    fill(page, "/*parts*/", resource("numbers.js") + resource("charts.js"));
    fill(page, "/*page*/", scripts.stream().map(Page::resource).collect(Collectors.joining()));
    fill(page, "/*data*/", escaped(data));
    return page.toString();
  }

  private static void fill(StringBuilder page, String place, String content) {
    int at = page.indexOf(place);
    page.replace(at, at + place.length(), content);
  }

  /** Inside a script only a {@code <} can end it, or begin what HTML takes for a comment. */
  private static String escaped(JsonNode data) {
    try {
      return new JsonMapper().writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static String echarts() {
    Properties properties = new Properties();
    try (InputStream stream = open(ECHARTS_VERSION)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource("/" + ECHARTS.formatted(properties.getProperty("version")));
  }

  private static String resource(String name) {
    try (InputStream stream = open(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Page.class.getResourceAsStream(name), name);
  }
}
