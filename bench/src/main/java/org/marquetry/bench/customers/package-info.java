/// A running suite with many customers: the grid, one erasure, the loader of the warehouse.
@NullMarked
package org.marquetry.bench.customers;

import org.jspecify.annotations.NullMarked;
