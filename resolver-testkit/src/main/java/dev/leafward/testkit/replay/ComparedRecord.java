// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay;

import dev.leafward.testkit.replay.scenario.TemplateRecord;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RDataRegistry;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.UnknownRData;

/**
 * A record as it is compared: names in any case, without its TTL.
 *
 * @param name the owner
 * @param type the type
 * @param rrClass the class
 * @param data the data, taken apart where it can be
 */
record ComparedRecord(DomainName name, RRType type, RRClass rrClass, RData data) {

  /** A record of an answer. */
  static ComparedRecord of(ResourceRecord record) {
    return new ComparedRecord(record.name(), record.type(), record.rrClass(), record.data());
  }

  /** A record of a scenario. */
  static ComparedRecord of(TemplateRecord record) {
    return new ComparedRecord(record.name(), record.type(), record.rrClass(), data(record));
  }

  private static RData data(TemplateRecord record) {
    WireReader in = new WireReader(record.data().toArray());
    try {
      RData data = RDataRegistry.builtIn().read(record.type(), in);
      return in.hasRemaining() ? new UnknownRData(record.type(), record.data()) : data;
    } catch (WireFormatException e) {
      return new UnknownRData(record.type(), record.data()); // wrong on purpose, compared as it is
    }
  }

  @Override
  public String toString() {
    return name + " " + rrClass + " " + type + " " + data;
  }
}
