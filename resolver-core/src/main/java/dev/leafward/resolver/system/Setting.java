// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

/**
 * A value, and where it came from.
 *
 * @param value what is set
 * @param origin who said so
 * @param <T> the type of the value
 */
public record Setting<T>(T value, Origin origin) {}
