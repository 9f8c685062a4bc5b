package org.cortado.engine.net;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.cortado.api.InvalidLayerException;

/**
 * A glob that picks parameters by their keys: {@code conv1.0}, {@code conv*}, {@code stem/**},
 * {@code {ip1,ip2}}.
 *
 * <p>{@code *} stands for any characters but a slash, {@code **} for any at all, {@code ?} for one
 * character, {@code [0-9]} for one of some, and {@code {a,b}} for either. A pattern picks a
 * parameter if it matches the whole of its key, of its layer's name, or of the name of a block's
 * use that the layer is in: {@code stem} picks {@code stem/conv.0}.
 */
public final class ParameterPattern {

  private final String glob;
  private final PathMatcher matcher;

  /**
   * Makes one.
   *
   * @throws InvalidLayerException if it is no glob
   */
  public ParameterPattern(String glob) {
    this.glob = glob;
    matcher = matcher(glob);
  }

  /**
   * Checks a pattern that will be made later.
   *
   * @throws InvalidLayerException if it is none
   */
  public static void require(String glob) {
    matcher(glob);
  }

  private static PathMatcher matcher(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new InvalidLayerException("'" + glob + "' is no pattern: " + e.getDescription());
    }
  }

  /** Returns whether this picks the parameter of a key. */
  public boolean matches(String key) {
    return names(key).stream().anyMatch(name -> matcher.matches(Path.of(name)));
  }

  /** Returns all by which a parameter can be picked: its key, its layer, the blocks around it. */
  public static Set<String> names(String key) {
    Set<String> names = new LinkedHashSet<>();
    names.add(key);
    String name = key.substring(0, Math.max(0, key.lastIndexOf('.')));
    while (!name.isEmpty()) {
      names.add(name);
      name = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
    return names;
  }

  @Override
  public String toString() {
    return glob;
  }
}
