import type { Lexicon } from './lexicon';

/** Written for Docket, from the words of support desks in general. */
export const SPANISH: Lexicon = {
  categories: {
    billing: {
      3: `
        factura*, facturacion, cobro*, cobrado, cobraron, cobrando, me cobran, cobrado dos veces, cobraron dos veces, doble cobro,
        cargo duplicado, reembols*, devolucion*, devolver el dinero, nota de credito, iva, recibo*, comision*, tarifa*, suscripcion*,
        descuento*, cupon*, presupuesto, domiciliacion, extracto, cargo en mi tarjeta, cargos
      `,
      2: `
        pago*, pagar, pague, pagado, precio*, tarjeta de credito, cargo, dinero, importe*, transferencia*, plan, renovacion, renovo,
        coste*, costo*, euros, dolares, pedido, banco, saldo
      `,
      1: `
        contrato, cuenta bancaria, compra
      `,
    },
    technical: {
      3: `
        error*, no funciona*, dejo de funcionar, no carga*, no abre, se cierra, se cuelga, se congela, se bloquea, caida, caido, fallo*,
        falla*, lento, lenta, pantalla en blanco, pagina en blanco, pantalla negra, servidor*, conexion, impresora*, red, base de datos,
        integracion, navegador, no responde, tiempo de espera, no se puede conectar, no conecta, no imprime, no sincroniza, instal*,
        actualizacion, desaparec*, perdida de datos, wifi, vpn, portatil, teclado, rechazad*, api, webhook*
      `,
      2: `
        aplicacion, app, pagina, sitio, sistema, version, archivo*, subir, descarg*, exportar, importar, informe*, boton, pantalla,
        equipo, ordenador, computadora, movil, busqueda, configuracion, no puedo, no me deja
      `,
      1: `
        problema*, no aparece*, no se
      `,
    },
    account: {
      3: `
        contrasena*, clave de acceso, iniciar sesion, inicio de sesion, acceder a mi cuenta, entrar en mi cuenta, entrar a mi cuenta,
        cuenta bloqueada, bloqueo mi cuenta, bloquearon mi cuenta, mi cuenta, mi usuario, nombre de usuario, perfil, permiso*, acceso a,
        nuevo usuario, nuevo empleado, nueva empleada, dar de alta, dar de baja, eliminar mi cuenta, cerrar mi cuenta, borrar mi cuenta,
        verificacion, verificar mi identidad, identidad, codigo de verificacion, doble factor, autenticacion, cambiar mi correo,
        cambiar el correo, cambiar mi direccion, datos personales, proteccion de datos, robado, robaron, hackeado, hackearon, invitacion*,
        rol, roles, restablecer
      `,
      2: `
        cuenta, cuentas, usuario*, acceso*, empleado*, companero*, direccion, telefono, seguridad, activar, desactivar, bloquead*,
        credenciales, correo
      `,
      1: `
        cambiar, nombre, codigo
      `,
    },
    general: {
      3: `
        horario*, horas de atencion, sugerencia*, seria bueno, me gustaria saber, quisiera saber, queria saber, quiero saber,
        documentacion, manual, tutorial, capacitacion, formacion, ofrecen, envian a, envio*, entrega, cuanto tarda, consulta general,
        una pregunta, tengo una duda, tienen planes, es posible, hay alguna forma, diferencia entre, donde encuentro,
        donde puedo encontrar, gracias por
      `,
      2: `
        como puedo, como se, pueden decirme, informacion, duda*, cuales, que paises, disponible*, recomiend*, pregunta*, idiomas,
        seminario, contacto
      `,
      1: `
        como, donde, cuando, cual
      `,
    },
  },
  priorities: {
    critical: {
      3: `
        todo caido, completamente caido, para todos los usuarios, a todos los usuarios, todos los clientes, nadie puede, nadie consigue,
        produccion caida, produccion parada, produccion detenida, perdida de datos, perdimos datos, perdimos todos, datos borrados,
        fuga de datos, filtracion de datos, brecha de seguridad, ransomware, hackeado, hackearon, datos de otro cliente,
        datos de otros clientes
      `,
      2: `
        caida total, esta caido, esta caida, todos los usuarios, sistema caido, servicio caido, en produccion
      `,
    },
    high: {
      3: `
        urgente*, lo antes posible, cuanto antes, de inmediato, inmediatamente, no podemos trabajar, no puedo trabajar, bloqueados,
        hoy mismo, plazo
      `,
      2: `
        todo el equipo, todo el departamento, varios clientes
      `,
    },
    low: {
      3: `
        sin prisa, no es urgente, no corre prisa, cuando puedan, cuando tengan tiempo, errata, detalle menor
      `,
    },
  },
};
