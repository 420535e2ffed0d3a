// Fails when the library that was linked is not whole.
#include <houvast/houvast.hpp>
#include <iostream>

int main() {
  const auto instruments = houvast::instruments();
  std::cout << "houvast " << HOUVAST_VERSION << " with " << instruments.size() << " instruments\n";
  return instruments.empty() ? 1 : 0;
}
