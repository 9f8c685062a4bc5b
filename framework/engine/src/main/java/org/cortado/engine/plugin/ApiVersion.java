package org.cortado.engine.plugin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the API, and which others run with it. */
record ApiVersion(int major, int minor) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(\\..*|-.*)?");

  /** Reads {@code 1.4}; whatever follows the minor version doesn't matter. */
  static Optional<ApiVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Returns whether a jar that was built against another version runs with this one. */
  boolean runs(ApiVersion built) {
    boolean stable = major > 0;
    return built.major == major && (stable ? built.minor <= minor : built.minor == minor);
  }
}
