// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;

/**
 * A record as it goes on the wire, whose data need not be any that its type may have.
 *
 * @param name the owner
 * @param type the type
 * @param rrClass the class
 * @param ttl in seconds, 0 to 4294967295
 * @param data the RDATA, names in it not compressed
 */
public record TemplateRecord(
    DomainName name, RRType type, RRClass rrClass, long ttl, Octets data) {}
