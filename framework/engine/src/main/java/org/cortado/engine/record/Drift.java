package org.cortado.engine.record;

import java.util.ArrayList;
import java.util.List;

/** What has become different between two runs, or since a run began, that its numbers depend on. */
public final class Drift {

  private static final String BITS = ": the bits may differ";

  private final List<String> found = new ArrayList<>();

  private Drift() {}

  /** Returns what differs, a sentence each; none where equal bits can be expected. */
  public static List<String> between(Manifest then, Manifest now) {
    Drift drift = new Drift();
    drift.compareRuns(then.run(), now.run());
    drift.compareSoftware(then.software(), now.software());
    drift.compare("the processor", then.machine().processor(), now.machine().processor());
    drift.compareFiles("data", then.files(), now.files());
    return List.copyOf(drift.found);
  }

  private void compareRuns(Inputs then, Inputs now) {
    compare("the seed", then.seed(), now.seed());
    compare("the number of threads", then.threads(), now.threads());
    compareFiles("first weights", then.weights(), now.weights());
  }

  private void compareSoftware(Software then, Software now) {
    compare("Cortado", then.cortado(), now.cortado());
    compare("the API", then.api(), now.api());
    compare("the backend", backend(then), backend(now));
    compare("Java", then.java(), now.java());
    JarDrift.between(then, now).forEach(jar -> found.add(jar + BITS));
  }

  private static String backend(Software software) {
    return (software.backend() + " " + software.backendVersion()).strip();
  }

  private void compare(String what, Object then, Object now) {
    if (!then.equals(now)) {
      found.add("%s was %s and is %s%s".formatted(what, then, now, BITS));
    }
  }

  private void compareFiles(String what, List<Fingerprint> then, List<Fingerprint> now) {
    if (then.size() != now.size()) {
      found.add("the %s were %s and are %s".formatted(what, count(then.size()), count(now.size())));
      return;
    }
    for (int i = 0; i < then.size(); i++) {
      if (!then.get(i).sameContent(now.get(i))) {
        found.add("the %s in '%s' have changed since".formatted(what, now.get(i).file()));
      }
    }
  }

  private static String count(int files) {
    return files == 1 ? "1 file" : files + " files";
  }
}
