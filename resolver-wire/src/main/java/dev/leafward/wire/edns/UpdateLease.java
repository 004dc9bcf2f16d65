// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long records that were added by an update stay unless they are renewed: UL.
 *
 * <p>RFC 9664 section 4: a time for all records, and in the longer form another for KEY records.
 */
public final class UpdateLease implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 2;

  private final long lease;
  private final long keyLease;

  private UpdateLease(long lease, long keyLease) {
    this.lease = lease;
    this.keyLease = keyLease;
  }

  /**
   * Makes the shorter form.
   *
   * @param lease 0 to 4294967295 seconds
   */
  public static UpdateLease ofSeconds(long lease) {
    OptionFields.checkU32("lease", lease);
    return new UpdateLease(lease, -1);
  }

  /**
   * Makes the longer form.
   *
   * @param lease 0 to 4294967295 seconds
   * @param keyLease for KEY records: 0 to 4294967295 seconds
   */
  public static UpdateLease ofSeconds(long lease, long keyLease) {
    OptionFields.checkU32("lease", lease);
    OptionFields.checkU32("key lease", keyLease);
    return new UpdateLease(lease, keyLease);
  }

  /** Reads the wire form. */
  static UpdateLease read(WireReader in) throws WireFormatException {
    long lease = in.u32();
    return new UpdateLease(lease, in.hasRemaining() ? in.u32() : -1);
  }

  /** Returns the lease in seconds: 0 to 4294967295. */
  public long leaseSeconds() {
    return lease;
  }

  /** Returns the lease of KEY records in seconds; empty in the shorter form. */
  public OptionalLong keyLeaseSeconds() {
    return keyLease < 0 ? OptionalLong.empty() : OptionalLong.of(keyLease);
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    out.u32(lease);
    if (keyLease >= 0) {
      out.u32(keyLease);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UpdateLease that && lease == that.lease && keyLease == that.keyLease;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * lease + keyLease);
  }

  /** Returns the like of {@code UL: 3600 604800}. */
  @Override
  public String toString() {
    return "UL: " + lease + (keyLease < 0 ? "" : " " + keyLease);
  }
}
