// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.leafward.inet.plain;

import org.jspecify.annotations.NullMarked;
