// What Swift's Glibc module leaves out: the settings of malloc.
#pragma once
#include <malloc.h>
