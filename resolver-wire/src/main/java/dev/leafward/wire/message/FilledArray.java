// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An immutable list of the first elements of an array that nobody else holds.
 *
 * <p>What {@code List.copyOf} gives would be the same but for the copy: decoding fills an array
 * whose length it knows beforehand.
 */
final class FilledArray<E> extends AbstractList<E> implements RandomAccess {
  private final E[] elements;
  private final int size;

  /** Takes the array over; its first {@code size} elements are not null. */
  FilledArray(E[] elements, int size) {
    this.elements = elements;
    this.size = size;
  }

  @Override
  public E get(int index) {
    return elements[Objects.checkIndex(index, size)];
  }

  @Override
  public int size() {
    return size;
  }
}
