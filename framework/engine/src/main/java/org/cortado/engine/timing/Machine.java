package org.cortado.engine.timing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.backend.Backend;

/**
 * What computes.
 *
 * @param processor the processor's name, as far as the system tells
 * @param cores how many of its cores the virtual machine sees
 * @param backend the backend's name
 * @param threads how many threads it uses
 * @param java the virtual machine
 */
public record Machine(String processor, int cores, String backend, int threads, String java) {

  /** Returns this machine with a backend. */
  public static Machine with(Backend backend) {
    return new Machine(
        org.cortado.engine.record.Machine.here().processor(),
        Runtime.getRuntime().availableProcessors(),
        backend.name(),
        backend.parallel().threads(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
  }

  /** Returns what it consists of, by name. */
  public Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("processor", processor);
    parts.put("cores", String.valueOf(cores));
    parts.put("backend", backend);
    parts.put("threads", String.valueOf(threads));
    parts.put("java", java);
    return parts;
  }
}
