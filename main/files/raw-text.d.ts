/** A file's text, put into the bundle as it stands (Vite, "Importing Asset as String"). */
declare module '*?raw' {
  const text: string
  export default text
}
