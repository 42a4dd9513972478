/// A channel that hands messages to a program of the shop.
@NullMarked
package com.example.sample;

import org.jspecify.annotations.NullMarked;
