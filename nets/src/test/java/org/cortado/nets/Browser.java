package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window, which opens a page and tells what is on it. */
final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern FOUND = Pattern.compile("<pre id=\"probe\">(.*?)</pre>");

  /** Looks around once the page has been drawn, and leaves what it finds in the page. */
  private static final String PROBE =
      """
      <script>
      addEventListener('load', () => {
        const all = (selector, found) => [...document.querySelectorAll(selector)].map(found);
        const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const bare = [];
        while (words.nextNode()) {
          const text = words.currentNode;
          if (!text.parentElement.closest('svg, data, pre')) bare.push(text.textContent);
        }
        const found = {
          charts: all('.chart', chart => chart.querySelectorAll('svg path').length),
          labels: all('.chart', chart => chart.getAttribute('aria-label')),
          images: all('img', image => image.naturalWidth),
          headings: all('h2', heading => heading.textContent),
          numbers: all('data', number => number.value),
          scripts: document.scripts.length,
          text: document.querySelector('main').textContent,
          overflow: document.documentElement.scrollWidth - innerWidth,
          bare,
        };
        const probe = document.createElement('pre');
        probe.id = 'probe';
        probe.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(found))));
        document.body.append(probe);
      });
      </script></body></html>
      """;

  private final Path program;
  private final Path folder;

  /**
   * What a page came to.
   *
   * @param console what it wrote to the console
   * @param found what the probe found
   */
  record Visit(List<String> console, JsonNode found) {}

  private Browser(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Returns the browser of this machine, if it has one. */
  static Optional<Browser> find(Path folder) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(path -> NAMES.stream().map(Path.of(path)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Browser(program, folder));
  }

  /** Opens a page in a window that is so wide. */
  Visit open(Path page, int width) throws IOException, InterruptedException {
    Path copy = Files.createTempFile(folder, "page", ".html");
    String text = Files.readString(page);
    int end = text.lastIndexOf("</body>");
    Files.writeString(copy, text.substring(0, end) + PROBE);
    Path out = Files.createTempFile(folder, "page", ".dom");
    Path err = Files.createTempFile(folder, "page", ".log");
    Process process =
        new ProcessBuilder(line(copy, width))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Visit(console(err), found(Files.readString(out)));
  }

  private List<String> line(Path page, int width) throws IOException {
    return List.of(
        program.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
        "--enable-logging=stderr",
        "--virtual-time-budget=5000",
        "--window-size=" + width + ",1200",
        "--dump-dom",
        page.toUri().toString());
  }

  private static List<String> console(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(":CONSOLE")).toList();
    }
  }

  private static JsonNode found(String dom) throws IOException {
    Matcher found = FOUND.matcher(dom);
    assertThat(found.find()).as("the page was drawn to its end").isTrue();
    return new JsonMapper().readTree(Base64.getDecoder().decode(found.group(1)));
  }
}
