// In words that an old Node knows too, for it must get as far as this sentence. So a script that
// people start imports this file, and everything newer only with import().
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Bookbell needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
