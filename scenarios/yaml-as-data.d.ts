declare module '*.yaml?data' {
  const data: unknown;
  export default data;
}
