package org.cortado.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static Manifest manifest(
      Inputs run, Software software, Machine machine, Fingerprint... files) {
    return new Manifest(run, software, machine, List.of(files));
  }

  private static List<String> since(Manifest now) {
    return Drift.between(Manifests.PLAIN, now);
  }

  @Test
  void findsNothingInTheSameConditions() {
    Fingerprint moved = new Fingerprint("/elsewhere/acme.jar", 10, "aa", true);
    Software software =
        new Software(
            "1",
            "1",
            "onednn",
            "3.11.0",
            "OpenJDK 17",
            List.of("-Xmx9g"),
            List.of(moved),
            List.of());
    Machine machine = new Machine("Linux 7 amd64", "Xeon", 4, 2000);
    Inputs run = new Inputs("other.yaml", List.of(), 7, 2, "/elsewhere", List.of());
    assertThat(since(manifest(run, software, machine, Manifests.ROWS))).isEmpty();
  }

  @Test
  void findsAllThatBitsDependOn() {
    Fingerprint jar = new Fingerprint("/lib/acme.jar", 10, "a2", true);
    Software software =
        new Software("2", "3", "portable", "", "OpenJDK 21", List.of(), List.of(jar), List.of());
    Machine machine = new Machine("Linux 6 amd64", "EPYC", 2, 1000);
    Inputs run = new Inputs("solver.yaml", List.of(), 8, 4, "/data", List.of());
    Fingerprint rows = new Fingerprint("rows.csv", 20, "b2", true);
    assertThat(since(manifest(run, software, machine, rows)))
        .containsExactly(
            "the seed was 7 and is 8: the bits may differ",
            "the number of threads was 2 and is 4: the bits may differ",
            "Cortado was 1 and is 2: the bits may differ",
            "the API was 1 and is 3: the bits may differ",
            "the backend was onednn 3.11.0 and is portable: the bits may differ",
            "Java was OpenJDK 17 and is OpenJDK 21: the bits may differ",
            "the jar acme.jar is another: the bits may differ",
            "the processor was Xeon and is EPYC: the bits may differ",
            "the data in 'rows.csv' have changed since");
  }

  @Test
  void findsFilesThatWereNotThere() {
    Fingerprint more = new Fingerprint("more.csv", 1, "dd", true);
    assertThat(
            since(
                manifest(
                    Manifests.RUN, Manifests.SOFTWARE, Manifests.MACHINE, Manifests.ROWS, more)))
        .containsExactly("the data were 1 file and are 2 files");
  }

  @Test
  void findsAPluginThatIsGoneAndOneThatIsNew() {
    Fingerprint renamed = new Fingerprint("/lib/acme-2.jar", 10, "aa", true);
    assertThat(between(List.of(plugin(Manifests.JAR)), List.of(plugin(renamed))))
        .containsExactly(
            "the plug-in acme.jar was there and is not: the bits may differ",
            "the plug-in acme-2.jar is there and was not: the bits may differ");
  }

  @Test
  void comparesTheLibrariesOfEachPlugin() {
    Fingerprint other = new Fingerprint("/lib/other.jar", 11, "bb", true);
    Fingerprint gone = new Fingerprint("/lib/gone.jar", 5, "ee", true);
    Fingerprint added = new Fingerprint("/lib/added.jar", 5, "ee", true);
    Fingerprint table = new Fingerprint("/lib/table.jar", 5, "cc", true);
    Fingerprint another = new Fingerprint("/other/lib/table.jar", 6, "dd", true);
    assertThat(
            between(
                List.of(plugin(Manifests.JAR, table, gone), plugin(other, another)),
                List.of(plugin(Manifests.JAR, another, added), plugin(other, another))))
        .containsExactly(
            "the jar table.jar of acme.jar is another: the bits may differ",
            "the jar gone.jar of acme.jar was there and is not: the bits may differ",
            "the jar added.jar of acme.jar is there and was not: the bits may differ");
  }

  @Test
  void comparesTwoPluginsOfOneNameInTheirOrder() {
    Fingerprint second = new Fingerprint("/more/acme.jar", 11, "bb", true);
    Fingerprint built = new Fingerprint("/lib/acme.jar", 12, "cc", true);
    assertThat(
            between(
                List.of(plugin(Manifests.JAR), plugin(second)),
                List.of(plugin(built), plugin(second))))
        .containsExactly("the jar acme.jar is another: the bits may differ");
    assertThat(between(List.of(plugin(Manifests.JAR), plugin(second)), List.of(plugin(built))))
        .containsExactly(
            "the jar acme.jar is another: the bits may differ",
            "the plug-in acme.jar (2) was there and is not: the bits may differ");
  }

  private static PluginRecord plugin(Fingerprint jar, Fingerprint... libraries) {
    return new PluginRecord(jar, "1.0", "0.1", List.of(libraries));
  }

  private static List<String> between(List<PluginRecord> then, List<PluginRecord> now) {
    return Drift.between(with(then), with(now));
  }

  private static Manifest with(List<PluginRecord> plugins) {
    Software software =
        new Software("1", "1", "portable", "", "Java", List.of(), List.of(), plugins);
    return manifest(Manifests.RUN, software, Manifests.MACHINE, Manifests.ROWS);
  }
}
