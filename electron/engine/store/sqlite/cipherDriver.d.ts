// The encrypting fork has better-sqlite3's interface; its package does not export its types.
declare module "better-sqlite3-multiple-ciphers" {
  import Database from "better-sqlite3";
  export default Database;
}
