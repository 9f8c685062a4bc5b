package org.cortado.engine.record;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a run runs on.
 *
 * @param system the operating system, its version and its architecture
 * @param processor the processor's model, or its architecture where the system doesn't say
 * @param processors how many the virtual machine sees
 * @param memory the machine's, in bytes; 0 where it isn't known
 */
public record Machine(String system, String processor, int processors, long memory) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** Returns this one. */
  public static Machine here() {
    return new Machine(
        String.join(" ", property("os.name"), property("os.version"), architecture()),
        processor(PROCESSORS),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0);
  }

  /**
   * Returns the model of the first processor.
   *
   * @param list what Linux says of them
   */
  static String processor(Path list) {
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(Machine::architecture);
    } catch (IOException notOnThisSystem) {
      return architecture();
    }
  }

  private static String architecture() {
    return property("os.arch");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
