package org.cortado.engine.solver;

import java.nio.file.Files;
import java.util.List;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.Origin;
import org.cortado.engine.plugin.PluginJar;
import org.cortado.engine.record.Fingerprint;
import org.cortado.engine.record.PluginRecord;

/** Notes which plug-ins were loaded. */
public final class PluginRecords {

  private PluginRecords() {}

  /**
   * Returns the jars of a catalogue as they are now: to be called once it is loaded, for a jar may
   * be built anew while a training goes on.
   *
   * @throws org.cortado.api.DataException if one can't be read
   */
  public static List<PluginRecord> of(LayerCatalogue catalogue) {
    return catalogue.jars().stream().map(PluginRecords::record).toList();
  }

  private static PluginRecord record(PluginJar plugin) {
    Origin origin = plugin.origin();
    return new PluginRecord(
        Fingerprint.of(plugin.file()),
        origin.version(),
        origin.api(),
        plugin.libraries().stream().filter(Files::isRegularFile).map(Fingerprint::of).toList());
  }
}
